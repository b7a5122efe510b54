package io.moodline.trainer.dataset;

import java.io.IOException;

/** Where a data set's pictures lie: a folder, or an archive that is read in one pass. */
interface ImageStore {

  /** Shows every picture once, in an order of the store's own. */
  void forEach(Visitor visitor) throws IOException;

  /** Takes pictures. */
  @FunctionalInterface
  interface Visitor {
    /**
     * @param folder the name of the folder the picture lies in
     * @param name the picture's file name
     * @param content opens the encoded picture; valid during the call only
     */
    void visit(String folder, String name, Content content) throws IOException;
  }

  /** The bytes of one encoded picture. */
  @FunctionalInterface
  interface Content {
    byte[] read() throws IOException;
  }
}
