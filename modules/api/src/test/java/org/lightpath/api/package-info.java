/** What holds for the whole house: its arrows and its contract. */
package org.lightpath.api;
