/** The pages of the monthly summaries (P7). */
package io.rotadesk.desk.summaries;
