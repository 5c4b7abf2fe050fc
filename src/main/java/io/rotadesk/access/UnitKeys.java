package io.rotadesk.access;

import io.rotadesk.engine.ModelKey;
import io.rotadesk.staff.unit.Agents;
import io.rotadesk.staff.unit.Units;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The units and people that a model may name: its own unit and its people, and at reception points also the other units
 * of the tree and their people.
 */
@Configuration(proxyBeanMethods = false)
class UnitKeys {

    @Bean
    ModelKey unitKey(ObjectProvider<Units> units) {
        return new ModelKey(
                Set.of(UnitTenants.UNIT),
                (named, unit) -> named.equals(unit) || units.getObject().inOneTree(named, unit));
    }

    @Bean
    ModelKey loginKey(ObjectProvider<Agents> agents, ObjectProvider<Units> units) {
        return new ModelKey(
                Set.of("login"),
                (login, unit) -> agents.getObject()
                        .find(login)
                        .map(agent -> agent.unitId().equals(unit)
                                || units.getObject().inOneTree(agent.unitId(), unit)
                                || units.getObject()
                                        .find(unit)
                                        .filter(own -> own.ledBy(login))
                                        .isPresent())
                        .orElse(true));
    }
}
