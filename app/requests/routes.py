"""Doors of the room."""

from fastapi import APIRouter

from app.requests.closure_routes import router as closures
from app.requests.extension_routes import router as extensions

router = APIRouter()
router.include_router(closures)
router.include_router(extensions)
