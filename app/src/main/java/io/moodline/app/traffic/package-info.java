/**
 * Made-up visitors of made-up sites, as records that the classifier would write: for tests that
 * know the truth, and for load.
 */
package io.moodline.app.traffic;
