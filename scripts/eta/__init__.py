"""From an order to its dates."""
