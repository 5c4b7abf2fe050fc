package io.rotadesk.engine;

/** A bean that the models of the tests use. */
@ModelBean("greeting")
public class Greeting {

    public String of(String name) {
        return "您好，" + name;
    }
}
