// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace leat::sample {

inline constexpr const char* kFirstNames[] = {"Aiko", "Amara", "Anton", "Beatriz", "Björn", "Carmen", "Chloé", "Dana",
    "David", "Elif", "Emma", "Farah", "Felix", "Grace", "Hugo", "Ines", "Ivan", "Jana", "Jonas", "Kofi", "Lars", "Leila",
    "Liam", "Lucía", "Maja", "Marek", "Mei", "Nadia", "Noah", "Olga", "Omar", "Paula", "Priya", "Rafael", "Rosa", "Sami",
    "Sofia", "Tariq", "Thandi", "Tomás", "Vera", "Yuki", "Zoë"};
inline constexpr const char* kLastNames[] = {"Andersen", "Baker", "Bauer", "Castro", "Chen", "Costa", "Dubois", "Eriksen",
    "Fischer", "García", "Haddad", "Hansen", "Ivanova", "Jensen", "Kaya", "Keller", "Kim", "Kowalski", "Lindqvist", "Marino",
    "Mensah", "Moreau", "Müller", "Nguyen", "Novák", "O'Brien", "Okafor", "Patel", "Petrov", "Rossi", "Sato", "Schmidt",
    "Silva", "Singh", "Suzuki", "Tanaka", "Torres", "Walker", "Weber", "Yılmaz"};
struct Place { const char* city; const char* country; };
inline constexpr Place kPlaces[] = {{"Amsterdam", "NL"}, {"Athens", "GR"}, {"Barcelona", "ES"}, {"Berlin", "DE"},
    {"Bergen", "NO"}, {"Dublin", "IE"}, {"Ghent", "BE"}, {"Graz", "AT"}, {"Kraków", "PL"}, {"Lisbon", "PT"}, {"Lyon", "FR"},
    {"Malmö", "SE"}, {"Milan", "IT"}, {"Porto", "PT"}, {"Prague", "CZ"}, {"Rotterdam", "NL"}, {"Tampere", "FI"},
    {"Toulouse", "FR"}, {"Vienna", "AT"}, {"Zürich", "CH"}};
inline constexpr const char* kDepartments[] = {"Kitchen", "Garden", "Office", "Outdoors"};
inline constexpr const char* kCategories[] = {"Cookware", "Knives", "Coffee", "Storage", "Textiles", "Plants", "Pots",
    "Tools", "Lighting", "Furniture", "Desks", "Chairs", "Paper", "Pens", "Bags", "Tents", "Sleeping bags", "Stoves",
    "Bottles", "Lamps"};
inline constexpr const char* kMaterials[] = {"Oak", "Steel", "Linen", "Bamboo", "Copper", "Cork", "Wool", "Glass",
    "Canvas", "Ceramic", "Walnut", "Cotton", "Brass", "Recycled"};
inline constexpr const char* kThings[] = {"Kettle", "Lamp", "Board", "Basket", "Chair", "Blanket", "Planter", "Mug",
    "Knife", "Shelf", "Notebook", "Backpack", "Stool", "Tray", "Bottle", "Hook", "Clock", "Vase", "Apron", "Tent"};
inline constexpr const char* kColours[] = {"sand", "slate", "forest", "rust", "ivory", "ink", "clay"};
inline constexpr const char* kChannels[] = {"web", "web", "web", "app", "app", "store"};
inline constexpr const char* kMethods[] = {"card", "card", "card", "paypal", "transfer", "gift card"};
inline constexpr const char* kTiers[] = {"basic", "basic", "basic", "silver", "gold"};
inline constexpr const char* kEventKinds[] = {"page_view", "page_view", "page_view", "search", "add_to_cart",
    "remove_from_cart", "checkout", "sign_in"};
inline constexpr const char* kPages[] = {"/", "/sale", "/new", "/product", "/cart", "/checkout", "/account", "/help"};
inline constexpr const char* kReviews[] = {"Exactly as described.", "Better than I hoped.", "Arrived quickly, well packed.",
    "Colour is a little darker than in the picture.", "Would buy again.", "Good for the price.", "Broke after a month.",
    "A present, and it was loved.", "Très bonne qualité.", "Gerne wieder!", "Smaller than expected.", "10/10 \xF0\x9F\x8C\xBF"};

} // namespace leat::sample
