/** What the commands show and write about a data set. */
package io.moodline.app.dataset;
