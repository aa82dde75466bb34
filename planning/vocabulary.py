"""Choices that several tools offer."""

CURRENCIES = {
    "EUR": "Euro",
    "USD": "US dollar",
    "GBP": "Pound sterling",
    "CHF": "Swiss franc",
    "AED": "UAE dirham",
    "AUD": "Australian dollar",
    "BRL": "Brazilian real",
    "CAD": "Canadian dollar",
    "CLP": "Chilean peso",
    "CNY": "Chinese yuan",
    "COP": "Colombian peso",
    "CZK": "Czech koruna",
    "DKK": "Danish krone",
    "HKD": "Hong Kong dollar",
    "HUF": "Hungarian forint",
    "IDR": "Indonesian rupiah",
    "ILS": "Israeli shekel",
    "INR": "Indian rupee",
    "JPY": "Japanese yen",
    "KRW": "South Korean won",
    "MXN": "Mexican peso",
    "MYR": "Malaysian ringgit",
    "NOK": "Norwegian krone",
    "NZD": "New Zealand dollar",
    "PHP": "Philippine peso",
    "PLN": "Polish zloty",
    "RON": "Romanian leu",
    "SAR": "Saudi riyal",
    "SEK": "Swedish krona",
    "SGD": "Singapore dollar",
    "THB": "Thai baht",
    "TRY": "Turkish lira",
    "TWD": "New Taiwan dollar",
    "VND": "Vietnamese dong",
    "ZAR": "South African rand",
}

RHYTHMS = {
    "weekly": "Every week",
    "monthly": "Every month",
    "quarterly": "Every quarter",
    "half_yearly": "Twice a year",
    "yearly": "Once a year",
}

IMPACTS = ("Very bad", "Bad", "None", "Good", "Very good")
"""Labels of a scale from -2 to 2."""

DEGREES = ("Very low", "Low", "Medium", "High", "Very high")
"""Labels of a scale from 1 to 5."""
