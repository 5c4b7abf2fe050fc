package io.rotadesk.engine;

import org.camunda.bpm.engine.impl.event.EventType;
import org.camunda.bpm.engine.impl.persistence.entity.EventSubscriptionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.EventSubscriptionManager;

/**
 * Does not look for jobs that receive an event in the background. Only a signal can be thrown in that way: no other
 * event has the declaration of such a job.
 */
class KnownEvents extends EventSubscriptionManager {

    @Override
    public void deleteEventSubscription(EventSubscriptionEntity subscription) {
        if (subscription.isSubscriptionForEventType(EventType.SIGNAL)) {
            super.deleteEventSubscription(subscription);
        } else {
            getDbEntityManager().delete(subscription);
        }
    }
}
