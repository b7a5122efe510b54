/** How good a model is, as plain functions of its answers and of what people named the faces. */
package io.moodline.trainer.evaluation;
