/** From a data set to a model with its card: what `moodline train` does. */
package io.moodline.app.train;
