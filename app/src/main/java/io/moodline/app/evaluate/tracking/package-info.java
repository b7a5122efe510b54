/**
 * Measures the tracker: on made-up crowds of boxes, and on the demo's pictures through a real
 * detector.
 */
package io.moodline.app.evaluate.tracking;
