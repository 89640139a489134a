package com.acme.shop;

class Shop {}
