/** The page of troubles between processes and the entries they guide, for the people who can put them right. */
package io.rotadesk.web.desk.troubles;
