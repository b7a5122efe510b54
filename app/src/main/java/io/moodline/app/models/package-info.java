/**
 * Fetches the catalogue's model files: what `moodline models` does. Under its final name a file
 * appears only whole and with the catalogue's sum.
 */
package io.moodline.app.models;
