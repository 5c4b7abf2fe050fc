/** What went wrong between processes and what they guide, for those who can put it right. */
package io.rotadesk.web.desk.troubles;
