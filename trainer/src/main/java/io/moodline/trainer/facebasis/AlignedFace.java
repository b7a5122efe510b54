package io.moodline.trainer.facebasis;

import io.moodline.trainer.dataset.FerPlusRow;

/**
 * A standardised face, moved so that eyes and mouth lie where the common face has them.
 *
 * @param labels how annotators named it
 * @param face 48 x 48, standardised
 */
record AlignedFace(FerPlusRow labels, float[] face) {}
