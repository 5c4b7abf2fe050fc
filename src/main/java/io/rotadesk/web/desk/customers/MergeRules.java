package io.rotadesk.web.desk.customers;

import io.rotadesk.access.SignedInUser;
import io.rotadesk.access.UnitAccess;
import io.rotadesk.leasing.customer.Customer;
import org.springframework.stereotype.Component;

/**
 * Decides who may merge two records: managers any two of their unit; an agent two of their own customers, or their own
 * and one that has no agent. An agent who would get a colleague's customer in this way has to ask the manager.
 */
@Component
class MergeRules {

    private final UnitAccess access;

    MergeRules(UnitAccess access) {
        this.access = access;
    }

    boolean mayBegin(Customer customer, SignedInUser user) {
        return access.mayManage(customer.unitId())
                || access.mayEnter(customer.unitId()) && user.login().equals(customer.agent());
    }

    boolean mayMerge(Customer one, Customer other, SignedInUser user) {
        return one.unitId().equals(other.unitId())
                && mayBegin(one, user)
                && (mayBegin(other, user) || other.agent() == null);
    }
}
