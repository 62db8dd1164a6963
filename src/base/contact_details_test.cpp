// W13: a description that holds a phone number or an e-mail address is refused, however it is written.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "base/text.hpp"

namespace base {
namespace {

TEST(ContactDetails, W13_APhoneNumberIsFoundHoweverItIsWritten) {
  for (const char* leak : {"06 12 34 56 78",
                           "0612345678",
                           "06.12.34.56.78",
                           "06-12-34-56-78",
                           "06/12/34/56/78",
                           "06, 12, 34, 56, 78",
                           "+33 6 12 34 56 78",
                           "+33612345678",
                           "+33 (0)6 12 34 56 78",
                           "0033 6 12 34 56 78",
                           "33 6 12 34 56 78",
                           "(+33) 6 12 34 56 78",
                           "0 6 1 2 3 4 5 6 7 8",
                           "0612 345 678",
                           "06 - 12 - 34 - 56 - 78",
                           "06_12_34_56_78",
                           "06\u00A012\u202F34\u00A056\u00A078",
                           "06·12·34·56·78",
                           "06–12–34–56–78",
                           "06\n12\n34\n56\n78",
                           "O6 12 34 56 78",
                           "06 12 34 56 7O",
                           "tel:0612345678",
                           "tél0612345678.",
                           "Appelez-moi au 06 12 34 56 78 svp",
                           "０６１２３４５６７８",
                           "06\u200B12\u200B34\u200B56\u200B78",
                           "0️⃣6️⃣1️⃣2️⃣3️⃣4️⃣5️⃣6️⃣7️⃣8️⃣",
                           "06:12:34:56:78",
                           "06:12 34 56 78",
                           "06.12.2034.56",
                           "04 78 00 00 00",
                           "+32 470 12 34 56",
                           "+41 79 123 45 67",
                           "00 352 621 123 456",
                           "0692 12 34 56",
                           "le 05/11/2026 au 06 12 34 56 78",
                           "dégât de 12 m2, 0612345678",
                           "06!12!34!56!78",
                           "zéro six douze trente-quatre cinquante-six",
                           "Zero six, zero sept, douze"})
    EXPECT_TRUE(holds_contact_details(leak)) << leak;
}

TEST(ContactDetails, W13_AnEmailAddressIsFoundHoweverItIsWritten) {
  for (const char* leak :
       {"a@b.fr", "jean.dupont@exemple.com", "a (at) b . fr", "a[at]b.fr", "a {at} b point fr", "a at b.fr",
        "a arobase b point fr", "a arrobase b", "jean @ exemple . fr", "jean＠exemple.fr", "jean@exemple",
        "JEAN@EXEMPLE.FR", "écrivez à jean-paul@exemple.co.uk merci", "jean @exemple.museum", "a (at) b (dot) fr",
        "a [at] b [.] fr", "jean@\u200Bexemple.fr"})
    EXPECT_TRUE(holds_contact_details(leak)) << leak;
}

TEST(ContactDetails, W13_DamageIsDescribedFreely) {
  for (const char* harmless : {"",
                               "12 m2",
                               "12 m²",
                               "3 rue du 8 mai 1945",
                               "69003 Lyon",
                               "21/11/2026",
                               "le 05/11/2026 14h30",
                               "le 05/11/2026 14:30",
                               "le 05/11/2026, 09:30",
                               "05.11.2026.",
                               "1 234,50 €",
                               "0,50 € puis 1 234 567,00 €",
                               "sinistre 061234567",
                               "sinistre n° 2026-0612345",
                               "référence 20260612345678",
                               "contrat 0612345678901",
                               "09:00-12:00 14:00-18:00",
                               "de 08:30 à 12:30 et 14:00 à 18:00",
                               "plafond 05 m x 04 m, mur 06 m x 12 m",
                               "fuite au 3e, appartement 12 bis, bâtiment B",
                               "taux 05 % 12 % 34 % 56 % 78 %",
                               "Rendez-vous at home. Il pleut.",
                               "passage @ Lyon. Le plombier est venu",
                               "au point. Fr",
                               "fuite au point d’eau",
                               "zéro dégât, six fuites",
                               "12 x 0,5 x 3,25 m",
                               "devis 1 500 + 2 500 + 3 500",
                               "01/02/2026 03/04/2026 05/06/2026",
                               "DN 20/27 et 26/34",
                               "coordonnées 45,75 et 4,85",
                               "il y a trois prises et deux interrupteurs",
                               "parquet stratifié 1 292 x 192 x 8 mm"})
    EXPECT_FALSE(holds_contact_details(harmless)) << harmless;
}

RC_GTEST_PROP(ContactDetails, W13_NoGroupingOfTheDigitsHidesANumber, ()) {
  static const std::string signs[] = {"", " ", ".", "-", " / ", "_", ", ", "\u00A0", " (", ") "};
  std::string text = "Joindre le 0";
  text += static_cast<char>('1' + *rc::gen::inRange(0, 9));
  for (int i = 0; i < 8; ++i) {
    text += signs[*rc::gen::inRange<std::size_t>(0, std::size(signs))];
    text += static_cast<char>('0' + *rc::gen::inRange(0, 10));
  }
  RC_ASSERT(holds_contact_details(text + " merci"));
}

RC_GTEST_PROP(ContactDetails, W13_AnyBytesAreReadWithoutHarm, (const std::string& bytes)) {
  RC_ASSERT(holds_contact_details("06 12 34 56 78 €" + bytes));
}

}  // namespace
}  // namespace base
