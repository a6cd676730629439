/** Tests of what the doctor finds. */
package org.lightpath.launcher.doctor;
