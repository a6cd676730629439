package org.lightpath.archive;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.Map;

/**
 * What a header says of the file that the site wrote and of the stack that it belongs to, as image
 * queries show it. Empty texts where a card is missing.
 */
@Embeddable
public class FileFacts {

  private static final int NAME_LENGTH = 255;
  private static final int STACK_LENGTH = 80;

  @Column(name = "fits_filename", nullable = false, length = NAME_LENGTH)
  private String fitsFileName = "";

  @Column(name = "fits_path", nullable = false, length = NAME_LENGTH)
  private String fitsPath = "";

  @Column(name = "smart_stack", nullable = false, length = STACK_LENGTH)
  private String smartStack = "";

  @Column(name = "smart_stack_number", nullable = false, length = STACK_LENGTH)
  private String smartStackNumber = "";

  /** Nothing known; also for JPA. */
  protected FileFacts() {}

  /** What {@code header}, keyword by keyword, says; longer texts are cut to their column. */
  static FileFacts of(Map<String, String> header) {
    FileFacts facts = new FileFacts();
    facts.fitsFileName = text(header, "ORIGNAME", NAME_LENGTH);
    facts.fitsPath =
        cut(
            "%s/%s/%s/raw"
                .formatted(
                    header.getOrDefault("SITEID", ""),
                    header.getOrDefault("INSTRUME", ""),
                    header.getOrDefault("DAY-OBS", "")),
            NAME_LENGTH);
    facts.smartStack = text(header, "SMARTSTK", STACK_LENGTH);
    facts.smartStackNumber = text(header, "SSTKNUM", STACK_LENGTH);
    return facts;
  }

  private static String text(Map<String, String> header, String keyword, int length) {
    return cut(header.getOrDefault(keyword, ""), length);
  }

  private static String cut(String text, int length) {
    return text.substring(0, Math.min(length, text.length()));
  }

  /** ORIGNAME: the file's name at the site. */
  public String fitsFileName() {
    return fitsFileName;
  }

  /** SITEID, INSTRUME and DAY-OBS as a path; empty until a header arrived. */
  public String fitsPath() {
    return fitsPath;
  }

  /** SMARTSTK: the stack that the exposure belongs to. */
  public String smartStack() {
    return smartStack;
  }

  /** SSTKNUM: its number in the stack. */
  public String smartStackNumber() {
    return smartStackNumber;
  }
}
