// What the desk's SMS say unless an administrator changes it.
#pragma once

#include "floor/sms_templates/sms_template.hpp"

namespace credit::policy {

inline constexpr sms_templates::Variable code_variables[] = {
    {"code", "code à usage unique", "48213907", sms_templates::Variable::Need::kept},
    {"duree", "temps pendant lequel il vaut", "15 minutes"}};
inline constexpr sms_templates::Template code_sms{
    "credit.signature_code", "Code de signature", "Au signataire d’une police qui demande son code.",
    "Mandat : votre code pour signer est {code}. Il vaut {duree}. Ne le donnez à personne.", code_variables};
inline constexpr sms_templates::Template sms_texts[] = {code_sms};

}  // namespace credit::policy
