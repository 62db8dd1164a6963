// Pictures of an invented car, one for each view that a remote inspection asks for.
#pragma once

#include <filesystem>

#include "desks/motor/photos/photo_rules.hpp"
#include "web/http.hpp"

namespace app::demo::motor_desk {

web::UploadedFile picture(const std::filesystem::path& folder, motor::photos::Slot slot);

}  // namespace app::demo::motor_desk
