/** The pages of the monthly summaries (P7). */
package io.rotadesk.web.desk.summaries;
