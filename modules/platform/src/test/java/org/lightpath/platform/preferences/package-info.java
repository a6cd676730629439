/** What is stored for people, and how much of it. */
package org.lightpath.platform.preferences;
