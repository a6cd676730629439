package org.lightpath.platform;

/**
 * A file of an image was recorded. Fired inside the transaction; observe it after success.
 *
 * @param site the site it comes from
 * @param directory the top folder of its object: {@code data}, {@code info-images} ...
 * @param baseName base file name, for example {@code saf-camera1-20260214-00000001}
 * @param fileName the file that arrived
 */
public record ImageArrived(SiteCode site, String directory, String baseName, String fileName) {}
