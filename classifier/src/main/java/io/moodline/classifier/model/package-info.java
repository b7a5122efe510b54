/** What a model is, and the arithmetic around it: plain Java, without Kafka and native code. */
package io.moodline.classifier.model;
