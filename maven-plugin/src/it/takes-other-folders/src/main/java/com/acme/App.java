package com.acme;

public final class App {
    public static final String HOST = org.example.Shop.WEB_SERVICE_HOST;

    private App() {}
}
