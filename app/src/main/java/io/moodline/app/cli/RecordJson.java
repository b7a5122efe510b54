package io.moodline.app.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.ByteBuffer;
import java.util.Collection;
import org.apache.avro.Schema;
import org.apache.avro.generic.IndexedRecord;

/**
 * An Avro record as plain JSON: the fields' own names and values. Avro's own JSON wraps each
 * optional value in its type's name, which no JSON tool expects. Bytes are given by their length.
 */
public final class RecordJson {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private RecordJson() {}

  /** The record as an object, its fields in the schema's order. */
  public static ObjectNode of(IndexedRecord record) {
    ObjectNode object = NODES.objectNode();
    for (Schema.Field field : record.getSchema().getFields()) {
      object.set(field.name(), value(record.get(field.pos())));
    }
    return object;
  }

  private static JsonNode value(Object value) {
    if (value == null) {
      return NODES.nullNode();
    } else if (value instanceof IndexedRecord record) {
      return of(record);
    } else if (value instanceof Collection<?> items) {
      ArrayNode array = NODES.arrayNode(items.size());
      items.forEach(item -> array.add(value(item)));
      return array;
    } else if (value instanceof ByteBuffer bytes) {
      return NODES.textNode(bytes.remaining() + " bytes");
    } else if (value instanceof Float number) {
      return NODES.numberNode(number);
    } else if (value instanceof Double number) {
      return NODES.numberNode(number);
    } else if (value instanceof Integer number) {
      return NODES.numberNode(number);
    } else if (value instanceof Long number) {
      return NODES.numberNode(number);
    } else if (value instanceof Boolean truth) {
      return NODES.booleanNode(truth);
    }
    return NODES.textNode(value.toString());
  }
}
