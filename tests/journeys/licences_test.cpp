// What others made and this program contains is named, with its licence in full, from the footer of every page.
#include <gmock/gmock.h>

#include "support/house_on_both_engines.hpp"

namespace {

using testing::HasSubstr;

class Licences : public support::HouseOnBothEngines {};
MANDAT_ON_BOTH_ENGINES(Licences);

TEST_P(Licences, AreServedInFullForEachPartOfTheBinary) {
  const std::string text = text_at("/licences");
  for (const char* part : {"Mandat", "bootstrap 5.", "@tabler/icons 3.", "@fontsource-variable/inter 5.", "htmx.org 2.",
                           "nlohmann-json3-dev", "libhowardhinnant-date-dev"})
    EXPECT_THAT(text, HasSubstr(part));
  for (const char* licence : {"Apache License Version 2.0", "SIL OPEN FONT LICENSE Version 1.1", "Zero-Clause BSD",
                              "Permission is hereby granted, free of charge", "Niels Lohmann", "Howard Hinnant"})
    EXPECT_THAT(text, HasSubstr(licence));
  for (const char* origin : {"INSEE, DGCL et La Poste", "Licence Ouverte 2.0", "GeoNames", "CC BY 4.0"})
    EXPECT_THAT(text, HasSubstr(origin));
}

TEST_P(Licences, AreLedToFromTheFooter) {
  const auto by = broker();
  for (const char* page : {"/connexion", "/aide"}) EXPECT_THAT(house().get(page).body, HasSubstr("href=\"/licences\""));
  EXPECT_THAT(house().get("/notifications", &by).body, HasSubstr("href=\"/licences\""));
}

}  // namespace
