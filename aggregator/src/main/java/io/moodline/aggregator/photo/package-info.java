/** The frames of group smiles, of cameras that allow it. */
package io.moodline.aggregator.photo;
