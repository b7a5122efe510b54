package io.moodline.app.models;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.moodline.detector.models.FileCheck;
import io.moodline.detector.models.KnownModel;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Shows the catalogue's models and whether they are in the model folder. */
public final class ModelListing {

  private ModelListing() {}

  /** For people, two lines a model. */
  public static List<String> lines(ModelFolder folder) {
    List<String> lines = new ArrayList<>();
    lines.add("model folder: " + folder.path());
    for (FileCheck check : folder.models()) {
      KnownModel model = check.model();
      lines.add(
          "%-15s %-14s %9d bytes  %s  %s"
              .formatted(model.name(), state(check), model.size(), model.licence(), model.file()));
      lines.add(" ".repeat(16) + model.purpose() + aliases(model));
    }
    return lines;
  }

  private static String aliases(KnownModel model) {
    return model.aliases().isEmpty()
        ? ""
        : " (also called " + String.join(", ", model.aliases()) + ")";
  }

  private static String state(FileCheck check) {
    return switch (check.verdict()) {
      case ABSENT -> "not there";
      case MATCHES -> "verified";
      case DIFFERS -> "DOES NOT MATCH";
      case UNREADABLE -> "CANNOT BE READ";
    };
  }

  /** For programs. */
  public static String json(ModelFolder folder) throws JsonProcessingException {
    Map<String, Object> root = new LinkedHashMap<>();
    root.put("folder", folder.path().toString());
    root.put("models", folder.models().stream().map(ModelListing::fields).toList());
    return new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(root);
  }

  private static Map<String, Object> fields(FileCheck check) {
    KnownModel model = check.model();
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("name", model.name());
    fields.put("aliases", model.aliases());
    fields.put("file", model.file());
    fields.put("path", check.file().toString());
    fields.put("url", model.url().toString());
    fields.put("sha256", model.sha256());
    fields.put("size", model.size());
    fields.put("licence", model.licence());
    fields.put("purpose", model.purpose());
    fields.put("present", check.present());
    fields.put("verified", check.matches());
    if (check.verdict() == FileCheck.Verdict.DIFFERS) {
      fields.put("foundSha256", check.detail());
    }
    if (check.verdict() == FileCheck.Verdict.UNREADABLE) {
      fields.put("fault", check.detail());
    }
    return fields;
  }
}
