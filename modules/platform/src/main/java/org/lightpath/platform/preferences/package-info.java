/**
 * What people ask the hub to remember for them: one JSON object each, whose meaning is their user
 * interface's alone.
 *
 * <p>Flow: {@code web.MeResource} -> {@link org.lightpath.platform.preferences.Preferences} ->
 * {@link org.lightpath.platform.preferences.PreferenceStore}. It goes when its user is removed.
 */
package org.lightpath.platform.preferences;
