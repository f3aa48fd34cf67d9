"""Doors of the room."""

from fastapi import APIRouter

from app.requests.closure_routes import router as closures
from app.requests.extension_routes import router as extensions
from app.requests.handing_out_routes import router as handing_out
from app.requests.instruction_routes import router as instructions
from app.requests.receipt_routes import router as receipts
from app.requests.refusal_routes import router as refusals
from app.requests.ruling_routes import router as rules

router = APIRouter()
router.include_router(receipts)
router.include_router(instructions)
router.include_router(refusals)
router.include_router(closures)
router.include_router(extensions)
router.include_router(handing_out)
router.include_router(rules)
