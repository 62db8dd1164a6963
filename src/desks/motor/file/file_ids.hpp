// Ids of the desk's things, apart from what they hold, so that concepts may point at each other.
#pragma once

#include <string_view>

#include "base/id.hpp"
#include "floor/platform/act.hpp"

namespace motor {

using FileId = base::Id<struct MotorFileTag>;
using AttachmentId = base::Id<struct AttachmentTag>;
using PaperId = base::Id<struct PaperTag>;  // of motor_documents; documents::DocumentId is the stored file's
using PhotoId = base::Id<struct PhotoTag>;  // of a remote inspection

inline constexpr std::string_view file_kind_name = "motor.file";
inline constexpr std::string_view attachment_kind_name = "motor.attachment";

inline platform::FileRef file_of(FileId file) { return {std::string(file_kind_name), file.value}; }
// What is said of an attachment, before any file: sign-up, validation.
inline platform::FileRef file_of(AttachmentId attachment) {
  return {std::string(attachment_kind_name), attachment.value};
}

}  // namespace motor
