/** What went wrong between processes and what they guide, kept until somebody has put it right. */
package io.rotadesk.platform.trouble;
