/** libtorch, through Bytedeco's classes: networks that compute and learn. Not thread-safe. */
package io.moodline.trainer.torch;
