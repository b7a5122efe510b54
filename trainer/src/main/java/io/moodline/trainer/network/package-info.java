/** Networks as data: what their layers are, what shapes and weights they have, what they cost. */
package io.moodline.trainer.network;
