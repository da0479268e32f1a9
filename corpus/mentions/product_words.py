"""Makers of vehicles, guns and devices, and words in front of what they make."""

from typing import Final

from corpus.mentions.words import words

MAKERS: Final = words(
    "Acura Airbus Audi BMW Beretta Boeing Buick Bushmaster Cadillac Cessna Chevrolet Chrysler Daewoo Embraer "
    "Ferrari Fiat GMC Honda Hyundai Infiniti Isuzu Jeep Kalashnikov Kawasaki Kel-Tec Kia Lamborghini Lexus Maserati "
    "Mazda Mercedes-Benz Mitsubishi Motorola Nissan Nokia Oldsmobile Peugeot Pontiac Porsche Renault "
    "Ruger Samsung Scania Skoda Subaru Suzuki Tesla Toyota VW Vauxhall Volkswagen Volvo Yamaha"
)
"""Makers; what stands behind one of them is a model."""
DOUBTFUL_MAKERS: Final = words(
    "Chevy Colt Dodge Ford Jaguar Lincoln Mercedes Mercury Mini Plymouth Remington Rover Saturn Taurus Winchester"
)
"""Makers whose names are those of people and places too."""
BEFORE_MAKES: Final = words(
    "a an beige black blue brown dark gold gray green grey light maroon orange parked purple red silver stolen tan "
    "white yellow"
)
"""What stands in front of a make, beside a year."""
PRODUCT_LINES: Final = words(
    "Airbus Android Boeing Galaxy Office PlayStation Playstation Windows Xbox iOS iPad iPhone macOS"
)
"""Products that go on with a number."""
