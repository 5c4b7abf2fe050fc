/** Troubles between processes and the entries they guide, kept until somebody has put them right. */
package io.rotadesk.platform.trouble;
