/** Networks as ONNX files. */
package io.moodline.trainer.onnx;
