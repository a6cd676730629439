/**
 * What is wrong, and what to do about it.
 *
 * <p>Flow: {@link org.lightpath.launcher.doctor.Doctor} runs one check after the other; each gives
 * {@link org.lightpath.launcher.doctor.Finding}s, the ones with a remedy are what is wrong.
 *
 * <p>May use: {@code config}, {@code lock}, {@code plugin}, {@code process}, {@code terminal}.
 */
package org.lightpath.launcher.doctor;
