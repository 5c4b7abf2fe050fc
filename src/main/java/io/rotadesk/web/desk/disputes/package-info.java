/** The pages of disputes over customers: claiming a customer, the evidence, and the decision (L3.2c). */
package io.rotadesk.web.desk.disputes;
