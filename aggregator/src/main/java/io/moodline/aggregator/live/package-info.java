/** What happens now, handed to whoever watches: live events, and the latest pictures. */
package io.moodline.aggregator.live;
