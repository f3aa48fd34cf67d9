"""Doors of the room: departments (office, system administrator) and users (system administrator)."""

from fastapi import APIRouter

from app.admin.department_routes import router as departments
from app.admin.user_routes import router as users

router = APIRouter()
router.include_router(departments)
router.include_router(users)
