/** How a network is trained, in plain Java: recipes, schedules, batches, curves. */
package io.moodline.trainer.training;
