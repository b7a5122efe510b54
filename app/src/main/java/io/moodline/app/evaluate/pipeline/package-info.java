/**
 * What the way through the pipeline costs: labelled faces are placed into made-up frames, and the
 * detector's own code finds them, aligns them and cuts them out again.
 */
package io.moodline.app.evaluate.pipeline;
